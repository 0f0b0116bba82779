namespace MathSymbols.Cli.Doctor;

/// <summary>Whether a thing will do.</summary>
internal enum Verdict
{
    /// <summary>It will do.</summary>
    Fine,

    /// <summary>The program runs, with less than it could have.</summary>
    Notice,

    /// <summary>The program cannot run so.</summary>
    Missing,
}
