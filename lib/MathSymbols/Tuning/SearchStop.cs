namespace MathSymbols.Tuning;

/// <summary>Why a search is over.</summary>
public enum SearchStop
{
    /// <summary>All brackets of all iterations have been run.</summary>
    BracketsDone,

    /// <summary>More than 20 draws in a row hit configurations already tried: there are hardly any others, or none.</summary>
    Collisions,
}
