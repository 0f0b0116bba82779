using System.Reflection;
using System.Runtime.CompilerServices;

namespace MathSymbols.Runtime;

/// <summary>Runs before the first use of anything in this library.</summary>
internal static class ModuleStart
{
    // Loading LibTorch takes a few tenths of a second, so it waits until the process loads TorchSharp itself. The event is raised
    // before any code of the new assembly runs. A notebook that uses TorchSharp without having used anything of this library would be
    // too early for this; that is why setup.dib calls TorchRuntime.TryLoad.
#pragma warning disable CA2255 // A library's module initializer: the one way to be there before TorchSharp in every host.
    [ModuleInitializer]
    internal static void Initialize()
#pragma warning restore CA2255
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => LoadFor(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) LoadFor(assembly);
    }

    private static void LoadFor(Assembly assembly)
    {
        if (assembly.GetName().Name == "TorchSharp") TorchNatives.Load();
    }
}
