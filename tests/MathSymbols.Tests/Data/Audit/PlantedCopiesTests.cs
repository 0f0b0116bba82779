using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Data.Synthetic;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class PlantedCopiesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Among_drawings_all_planted_copies_are_found_and_none_is_invented()
    {
        SyntheticSymbols.WriteFolder(_folder["images"], 53, 1, TestContext.Current.CancellationToken);
        var clean = Audit();
        Assert.Equal(1007, clean.Images.Count);
        Assert.Empty(clean.Duplicates.Groups);
        AssertFound(Plant(clean.Images, every: 25));
    }

    [Fact]
    public void Among_real_images_all_planted_copies_are_found_and_none_is_invented()
    {
        var real = ImageFolder.Open(Shared.Need(KnownDataset.Name));
        foreach (var file in real.Files.Where((_, i) => i % 10 == 0))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder["images", file.Path])!);
            File.Copy(real.FullPath(file), _folder["images", file.Path]);
        }

        // Looked at by eye: what the sample has of copies are the same bytes.
        var clean = Audit();
        Assert.All(clean.Duplicates.Groups, g => Assert.Equal(CopyKind.SameBytes, g.Kind));
        foreach (var copy in clean.Duplicates.Groups.SelectMany(g => g.Members.Skip(1))) File.Delete(clean.Images.FullPath(clean.Images.Files[copy]));
        AssertFound(Plant(ImageFolder.Open(_folder["images"]), every: 20));
    }

    // Each planted copy belongs to one image; several may belong to the same.
    private Dictionary<string, List<string>> Plant(ImageFolder images, int every)
    {
        var planted = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < images.Count; i += every)
        {
            var (file, from) = (images.Files[i], images.FullPath(images.Files[i]));
            var other = images.ClassNames[(file.Label + 1) % images.ClassNames.Count];
            var copies = Copies.Lossy.Select((c, n) => c.Write(from, Path.Combine(Path.GetDirectoryName(from)!, $"copy-{i}-{n}")));
            planted[file.Path] = [.. ((string[])[.. copies, Copies.Rename(from, _folder["images", other, $"renamed-{i}"]), Copies.Restore(from, _folder["images", other, $"restored-{i}"])])
                .Select(p => Path.GetRelativePath(images.Root, p).Replace('\\', '/'))];
        }

        return planted;
    }

    private void AssertFound(Dictionary<string, List<string>> planted)
    {
        var audit = Audit();
        var found = audit.Duplicates.Groups.Select(g => string.Join(' ', g.Members.Select(m => audit.Images.Files[m].Path).Order(StringComparer.Ordinal)));
        var expected = planted.Select(p => string.Join(' ', p.Value.Append(p.Key).Order(StringComparer.Ordinal)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(planted.Count, audit.Conflicts.Count); // Two of each were planted in another class.
        foreach (var kind in Enum.GetValues<CopyKind>()) Assert.All(audit.Duplicates.Groups, g => Assert.Contains(g.Pairs, p => p.Kind == kind));
    }

    private DatasetAudit Audit()
    {
        var images = ImageFolder.Open(_folder["images"]);
        return DatasetAudit.Run(images, Split.Open(images, Split.OriginalName), cancellation: TestContext.Current.CancellationToken);
    }
}
