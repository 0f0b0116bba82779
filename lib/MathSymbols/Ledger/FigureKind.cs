namespace MathSymbols.Ledger;

/// <summary>What a figure is, which decides when a run agrees with it; see <see cref="Agreement"/>.</summary>
public enum FigureKind
{
    /// <summary>A whole number: equal or not.</summary>
    Count,

    /// <summary>A word, a list, a shape or a setting: equal or not.</summary>
    Word,

    /// <summary>A number that is known exactly and was printed rounded.</summary>
    Rounded,

    /// <summary>A share of images: accuracy, precision, recall.</summary>
    Share,

    /// <summary>The F1 of a class.</summary>
    F1,

    /// <summary>A mean loss over images.</summary>
    Loss,

    /// <summary>A mean over classes.</summary>
    Average,

    /// <summary>Shown and not compared: times, what was measured while weights moved, what chance decides.</summary>
    Shown,

    /// <summary>Said of the report's own images, which nobody else has.</summary>
    Own,
}
