namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Packages that could not be restored; the message says why, without a full stop.</summary>
internal sealed class PackageException(string message) : Exception(message);
