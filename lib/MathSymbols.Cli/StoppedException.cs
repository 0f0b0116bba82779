namespace MathSymbols.Cli;

/// <summary>A command was stopped and has something of its own to say of what is on the disk now.</summary>
/// <param name="message">What, as it follows "stopped; ".</param>
/// <param name="inner">What stopped it.</param>
internal sealed class StoppedException(string message, OperationCanceledException inner) : OperationCanceledException(message, inner, inner.CancellationToken);
