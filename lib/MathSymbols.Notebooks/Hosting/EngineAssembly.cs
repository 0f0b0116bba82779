using System.Reflection;

namespace MathSymbols.Notebooks.Hosting;

/// <summary>Libraries that work in the notebook engine look for its types by its assembly's name; here they find this program's.</summary>
internal static class EngineAssembly
{
    private const string Name = "Microsoft.DotNet.Interactive";

    internal static void StandIn() => AppDomain.CurrentDomain.AssemblyResolve += Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
        new AssemblyName(wanted.Name).Name == Name ? typeof(EngineAssembly).Assembly : null;
}
