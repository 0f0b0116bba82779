using System.IO.Compression;
using System.Security.Cryptography;
using MathSymbols.Runtime;
using Xunit;

namespace MathSymbols.Tests.Runtime;

/// <summary>The natives stay where NuGet put them: nothing there is changed or added, and there is no copy elsewhere.</summary>
public sealed class PackageCacheTests
{
    [Theory]
    [InlineData("libLibTorchSharp.so")]
    [InlineData("libtorch_cpu.so")]
    public void The_package_holds_just_what_its_archive_holds(string native)
    {
        var package = Package(native);
        var archive = Assert.Single(Directory.GetFiles(package, "*.nupkg"));
        using var zip = ZipFile.OpenRead(archive);
        var entries = zip.Entries.Where(e => e.FullName.StartsWith("runtimes/", StringComparison.Ordinal)).ToDictionary(e => e.FullName);
        var files = Directory.GetFiles(Path.Combine(package, "runtimes"), "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(package, f).Replace('\\', '/'));
        Assert.Equal(entries.Keys.Order(StringComparer.Ordinal), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(entries, entry =>
        {
            using var packed = entry.Value.Open();
            using var unpacked = File.OpenRead(files[entry.Key]);
            Assert.Equal(SHA256.HashData(packed), SHA256.HashData(unpacked));
        });

        // TorchSharp's own fallback copies every native into a folder of this name.
        Assert.Empty(Directory.GetDirectories(package, "cpu", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_clone_holds_no_copy_of_LibTorch()
    {
        var solution = SolutionFolder.Find();
        Assert.NotNull(solution);
        Assert.Empty(Directory.EnumerateFiles(solution, "*torch_cpu*", SearchOption.AllDirectories));
    }

    private static string Package(string native)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names Linux files");
        var path = NativeLocations.Find(native);
        Assert.NotNull(path);
        return Path.GetFullPath(Path.Combine(path, "..", "..", "..", ".."));
    }
}
