namespace MathSymbols.Cli.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Verdict">Whether it will do.</param>
/// <param name="What">The thing, in a word or two.</param>
/// <param name="Found">What was found, and what to do when it will not do.</param>
internal sealed record Finding(Verdict Verdict, string What, string Found);
