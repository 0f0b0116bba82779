namespace MathSymbols.Storage.Archives;

/// <summary>Why an archive's entry is not unpacked.</summary>
public enum LeftOutReason
{
    /// <summary>It is a link: what it would lead to is not the archive's to say.</summary>
    Link,

    /// <summary>It is a device, a pipe or a socket.</summary>
    Device,

    /// <summary>Some system does not take its name.</summary>
    Name,

    /// <summary>It is larger than an image may be.</summary>
    Size,
}
