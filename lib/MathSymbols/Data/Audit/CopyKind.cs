namespace MathSymbols.Data.Audit;

/// <summary>In what way images are copies, from the strictest on.</summary>
public enum CopyKind
{
    /// <summary>The files hold the same bytes.</summary>
    SameBytes,

    /// <summary>The files differ, and decode to the same width, height and RGB.</summary>
    SamePixels,

    /// <summary>The same drawing stored again with loss, moved by a few pixels or at another size.</summary>
    Near,
}
