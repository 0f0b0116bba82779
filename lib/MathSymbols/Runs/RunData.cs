namespace MathSymbols.Runs;

/// <summary>The images of a run.</summary>
/// <param name="Name">What a person calls them.</param>
/// <param name="Fingerprint">Hash over relative paths and contents.</param>
/// <param name="Images">How many images there are.</param>
/// <param name="Split">The split's name.</param>
/// <param name="Train">How many were trained on.</param>
/// <param name="Validation">How many were for validation.</param>
/// <param name="Test">How many were for test.</param>
public sealed record RunData(string Name, string Fingerprint, long Images, string Split, long Train, long Validation, long Test);
