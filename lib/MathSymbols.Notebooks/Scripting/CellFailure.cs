using MathSymbols.Notebooks.Events;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>Ends a cell with an error that is already worded.</summary>
internal sealed class CellFailure(CellError error) : Exception(error.Message)
{
    internal CellError Error { get; } = error;
}
