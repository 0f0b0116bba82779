namespace MathSymbols.Runtime;

/// <summary>A profile as it is written.</summary>
public static class ProfileWord
{
    /// <summary>quick or full.</summary>
    /// <param name="profile">The profile.</param>
    public static string Word(this Profile profile) => profile == Profile.Full ? "full" : "quick";
}
