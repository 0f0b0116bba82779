namespace MathSymbols.Storage.Archives;

/// <summary>What the name of an archive's entry allows.</summary>
internal enum NameVerdict
{
    /// <summary>A file or folder below the archive's top, on every system.</summary>
    Good,

    /// <summary>A name that some system does not take, or takes for something else.</summary>
    Unusable,

    /// <summary>A name that leads out of the folder it is unpacked into.</summary>
    Outside,
}
