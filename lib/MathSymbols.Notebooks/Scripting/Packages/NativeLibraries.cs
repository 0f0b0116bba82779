using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MathSymbols.Notebooks.Scripting.Packages;

/// <summary>Lets assemblies that cells load find the native libraries of packages.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, string> Paths = new(StringComparer.OrdinalIgnoreCase);
    private static readonly ConcurrentDictionary<AssemblyLoadContext, bool> Contexts = new();
    private static readonly Lock Gate = new();
    private static bool _watching;

    internal static void Add(IEnumerable<string> paths)
    {
        foreach (var path in paths) Paths[Path.GetFileName(path)] = path;
        lock (Gate)
        {
            if (_watching || Paths.IsEmpty) return;
            _watching = true;
            // Each assembly that a cell refers to may get a context of its own, which alone is asked for its libraries.
            AppDomain.CurrentDomain.AssemblyLoad += (_, e) => Watch(e.LoadedAssembly);
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) Watch(assembly);
        }
    }

    private static void Watch(Assembly assembly)
    {
        if (AssemblyLoadContext.GetLoadContext(assembly) is { } context && Contexts.TryAdd(context, true)) context.ResolvingUnmanagedDll += (_, name) => Load(name);
    }

    private static nint Load(string name)
    {
        var file = Path.GetFileName(name);
        string[] candidates = [file, file + ".dll", file + ".so", "lib" + file + ".so", file + ".dylib", "lib" + file + ".dylib"];
        foreach (var candidate in candidates)
        {
            if (Paths.TryGetValue(candidate, out var path) && NativeLibrary.TryLoad(path, out var handle)) return handle;
        }
        return 0;
    }
}
