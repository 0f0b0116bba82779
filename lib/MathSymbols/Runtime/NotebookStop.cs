using System.Reflection;

namespace MathSymbols.Runtime;

/// <summary>The notebook engine's stop button, which only asks: the running code has to watch this token.</summary>
public static class NotebookStop
{
    private const string ContextType = "Microsoft.DotNet.Interactive.KernelInvocationContext, Microsoft.DotNet.Interactive";

    /// <summary>The running cell's token; one that is never cancelled outside of the engine. Found by name, so that no package of the engine is referenced.</summary>
    public static CancellationToken Token
    {
        get
        {
            var type = Type.GetType(ContextType, throwOnError: false);
            var context = type?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
            return context is not null && type!.GetProperty("CancellationToken")?.GetValue(context) is CancellationToken token ? token : CancellationToken.None;
        }
    }
}
