using System.Text;
using MathSymbols.Runtime;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Runtime;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void LibTorch_works_in_a_test_run()
    {
        var device = TorchRuntime.Start(new Settings { Threads = 2, Device = DeviceKind.Cpu });
        using var sum = torch.ones(2, 3).sum();
        Assert.Equal(6, sum.item<float>());
        Assert.Equal((2, DeviceKind.Cpu), (device.Threads, device.Kind));
    }

    [Fact]
    public void The_seed_decides_the_numbers()
    {
        Assert.Equal(Draw(5), Draw(5));
        Assert.NotEqual(Draw(5), Draw(6));

        static float[] Draw(int seed)
        {
            TorchRuntime.Start(new Settings { Seed = seed, Threads = 2, Device = DeviceKind.Cpu });
            using var numbers = torch.rand(8);
            return numbers.data<float>().ToArray();
        }
    }

    [Fact]
    public void The_binding_is_adapted_only_where_the_host_is_too_old()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the binding is only adapted on Linux");
        var load = TorchRuntime.Load();
        var strong = ElfVersionNeeds.Strong(File.ReadAllBytes(load.Binding!));
        Assert.Equal(load.Mended, !strong.Contains("GLIBCXX_3.4.32"));
        if (load.Mended) Assert.DoesNotContain(Path.Combine(".nuget", "packages"), load.Binding, StringComparison.Ordinal);
    }

    [Fact]
    public void Making_a_version_weak_changes_two_bytes_at_most_and_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs the ELF binding");
        var original = File.ReadAllBytes(NativeLocations.Find("libLibTorchSharp.so")!);
        var changed = original.ToArray();
        Assert.Contains("GLIBCXX_3.4.32", ElfVersionNeeds.Strong(original));
        Assert.True(ElfVersionNeeds.MakeWeak(changed, "GLIBCXX_3.4.32"));
        Assert.False(ElfVersionNeeds.MakeWeak(changed, "GLIBCXX_9.9.9"));
        Assert.Equal(ElfVersionNeeds.Strong(original).Where(v => v != "GLIBCXX_3.4.32"), ElfVersionNeeds.Strong(changed));
        Assert.Equal(1, original.Zip(changed).Count(p => p.First != p.Second));
    }

    [Fact]
    public void Damaged_libraries_are_refused()
    {
        Assert.Throws<BadImageFormatException>(() => ElfVersionNeeds.Strong(Encoding.ASCII.GetBytes("not a library")));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs the ELF binding");
        var original = File.ReadAllBytes(NativeLocations.Find("libLibTorchSharp.so")!);
        Assert.Throws<BadImageFormatException>(() => ElfVersionNeeds.Strong(original.AsSpan(0, original.Length / 2)));
    }
}
