using System.Text.Json.Serialization;

namespace MathSymbols.Notebooks.Events;

/// <summary>
/// What a child process reports, one JSON object a line on its standard output, in the order it happened.
/// The first property is <c>event</c>, the name of the kind.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(NotebookStarted), "notebookStarted")]
[JsonDerivedType(typeof(CellStarted), "cellStarted")]
[JsonDerivedType(typeof(Displayed), "display")]
[JsonDerivedType(typeof(DisplayUpdated), "displayUpdated")]
[JsonDerivedType(typeof(StandardOutput), "stdout")]
[JsonDerivedType(typeof(StandardError), "stderr")]
[JsonDerivedType(typeof(CellFinished), "cellFinished")]
[JsonDerivedType(typeof(CellFailed), "cellFailed")]
[JsonDerivedType(typeof(NotebookFinished), "notebookFinished")]
internal abstract record KernelEvent;

/// <summary>The notebook was read and its first cell is about to run.</summary>
internal sealed record NotebookStarted(string Name, int Cells) : KernelEvent;

/// <summary>A cell (numbered from 1, markdown cells included) starts; what follows belongs to it.</summary>
internal sealed record CellStarted(int Cell) : KernelEvent;

/// <summary>A value is shown: its representations by MIME type; image/* are base64.</summary>
internal sealed record Displayed(string Id, IReadOnlyDictionary<string, string> Data) : KernelEvent;

/// <summary>A shown value is replaced where it stands.</summary>
internal sealed record DisplayUpdated(string Id, IReadOnlyDictionary<string, string> Data) : KernelEvent;

/// <summary>Text written to Console.Out.</summary>
internal sealed record StandardOutput(string Text) : KernelEvent;

/// <summary>Text written to Console.Error.</summary>
internal sealed record StandardError(string Text) : KernelEvent;

/// <summary>A cell ran to its end.</summary>
internal sealed record CellFinished(int Cell, double Seconds) : KernelEvent;

/// <summary>A cell did not run to its end; the cells after it are not run, unless they are to.</summary>
internal sealed record CellFailed(int Cell, double Seconds, CellError Error) : KernelEvent;

/// <summary>The child is done with the notebook.</summary>
internal sealed record NotebookFinished(bool Succeeded) : KernelEvent;
