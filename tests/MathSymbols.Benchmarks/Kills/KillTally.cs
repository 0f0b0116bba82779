namespace MathSymbols.Benchmarks.Kills;

/// <summary>Counts kills by what they came upon.</summary>
internal sealed class KillTally
{
    public int Kills { get; private set; }

    public int InsideWrite { get; private set; }

    public int AfterRename { get; private set; }

    /// <summary>Counts a kill that hit.</summary>
    public void Add(KillResult result)
    {
        if (!result.Hit) return;
        Kills++;
        if (result.InsideWrite) InsideWrite++;
        if (result.AfterRename) AfterRename++;
    }

    public override string ToString() => $"{Kills} killed ({InsideWrite} inside a write, {AfterRename} right after a rename)";
}
