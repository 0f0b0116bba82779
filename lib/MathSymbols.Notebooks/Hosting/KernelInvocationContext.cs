namespace Microsoft.DotNet.Interactive;

/// <summary>What the running cell can ask about its run, by the name the notebook engine gives it.</summary>
public sealed class KernelInvocationContext
{
    internal KernelInvocationContext(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    /// <summary>The running cell's; null while none runs.</summary>
    public static KernelInvocationContext? Current { get; internal set; }

    /// <summary>Cancelled when the cell is to end: at a person's Ctrl-C, or over a limit.</summary>
    public CancellationToken CancellationToken { get; }
}
