namespace MathSymbols.Classification;

/// <summary>A framing as it is written in files and options.</summary>
public static class FramingWord
{
    /// <summary>squash or ink.</summary>
    /// <param name="framing">The framing.</param>
    public static string Word(this Framing framing) => framing == Framing.Ink ? "ink" : "squash";
}
