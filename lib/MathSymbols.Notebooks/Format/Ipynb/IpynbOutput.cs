namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>One of a cell's saved outputs.</summary>
internal abstract record IpynbOutput;

/// <summary>Printed text.</summary>
/// <param name="IsError">Whether it went to standard error.</param>
/// <param name="Text">The text.</param>
internal sealed record IpynbStream(bool IsError, string Text) : IpynbOutput;

/// <summary>A shown value: its representations by MIME type; JSON as its text, pictures in base64.</summary>
internal sealed record IpynbDisplay(IReadOnlyDictionary<string, string> Data) : IpynbOutput;

/// <summary>What ended the cell.</summary>
/// <param name="Name">The exception's type, or the kind of the error.</param>
/// <param name="Value">Its message.</param>
/// <param name="Traceback">What an editor shows of it, line by line.</param>
internal sealed record IpynbError(string Name, string Value, IReadOnlyList<string> Traceback) : IpynbOutput;
