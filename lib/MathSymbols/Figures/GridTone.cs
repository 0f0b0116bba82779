namespace MathSymbols.Figures;

/// <summary>What the colour of a <see cref="GridCell"/> says, beside its words.</summary>
internal enum GridTone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Right: green.</summary>
    Right,

    /// <summary>Wrong: red.</summary>
    Wrong,
}
