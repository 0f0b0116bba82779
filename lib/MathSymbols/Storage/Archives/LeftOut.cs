namespace MathSymbols.Storage.Archives;

/// <summary>An archive's entry that is not unpacked.</summary>
/// <param name="Name">Its name, as the archive has it: unfit to be shown.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(string Name, LeftOutReason Reason)
{
    /// <summary>In words, fit to be shown: "'0/a.png' is a link".</summary>
    public override string ToString() => $"{Printable.Quote(Name)} {Reason switch
    {
        LeftOutReason.Link => "is a link",
        LeftOutReason.Device => "is a device, a pipe or a socket",
        LeftOutReason.Name => "has a name that not every system takes",
        _ => $"is larger than {DiskSpace.Size(Limits.ImageBytes)}",
    }}";
}
