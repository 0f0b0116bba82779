using FsCheck.Xunit;
using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Data.Folds;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data.Folds;

public sealed class GroupedFoldsTests : IDisposable
{
    private const int Classes = 3;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Property(MaxTest = 60)]
    public void Every_image_is_for_test_once_and_no_copy_is_in_two_parts(byte[] sizes, byte folds, ushort seed)
    {
        var (labels, duplicates) = Images(sizes, i => i % Classes); // Groups of more than one class, too.
        var splits = GroupedFolds.Deal(labels, duplicates, Count(folds), seed);
        Assert.Equal(Enumerable.Range(0, labels.Length), splits.SelectMany(s => s.Test).Order());
        foreach (var split in splits)
        {
            Assert.Equal(Enumerable.Range(0, labels.Length), split.Train.Concat(split.Validation).Concat(split.Test).Order());
            var parts = split.PartitionOf(labels.Length);
            Assert.All(duplicates.Groups, g => Assert.Single(g.Members.Select(m => parts[m]).Distinct()));
        }
    }

    [Property(MaxTest = 60)]
    public void Every_class_has_its_share_to_within_the_largest_group(byte[] sizes, byte folds, ushort seed)
    {
        int[] groups = [.. Sizes(sizes).SelectMany((size, g) => Enumerable.Repeat(g % Classes, size))];
        var (labels, duplicates) = Images(sizes, i => groups[i]);
        var count = Count(folds);
        var largest = duplicates.Groups.Select(g => g.Members.Count).DefaultIfEmpty(1).Max();
        foreach (var split in GroupedFolds.Deal(labels, duplicates, count, seed))
        {
            foreach (var (label, all) in labels.CountBy(l => l))
            {
                int Of(IReadOnlyList<int> part) => part.Count(i => labels[i] == label);
                Assert.InRange(Of(split.Test), ((double)all / count) - largest, ((double)all / count) + largest);
                Assert.InRange(Of(split.Validation), 0, (GroupedFolds.ValidationShare * (all - Of(split.Test))) + largest);
            }
        }
    }

    [Fact]
    public void The_dealing_is_the_same_again_and_another_with_another_seed()
    {
        var (labels, duplicates) = Images([3, 0, 1, 2, 0, 0, 4, 1, 0, 0, 0, 0, 0, 2, 0, 1], i => i % Classes);
        IEnumerable<int> Dealt(int seed) => GroupedFolds.Deal(labels, duplicates, 4, seed).SelectMany(s => s.Test.Concat(s.Validation).Concat(s.Train));
        Assert.Equal(Dealt(7), Dealt(7));
        Assert.NotEqual(Dealt(7), Dealt(8));
    }

    [Fact]
    public void Written_folds_are_read_back_under_names_of_their_own()
    {
        var images = SampleImages.Write(_folder["images"], 12, "a", "b");
        var folds = GroupedFolds.Of(images, 3, cancellation: TestContext.Current.CancellationToken);
        Assert.Throws<OperationCanceledException>(() => FoldsWriter.Write(folds, _folder["folds"], new(canceled: true)));
        Assert.Equal([_folder["images"]], Directory.GetFileSystemEntries(_folder.Root));
        FoldsWriter.Write(folds, _folder["folds"], TestContext.Current.CancellationToken);
        var read = folds.Splits.Select((_, i) => Split.Open(images, _folder["folds", FoldsWriter.FileName(i + 1)])).ToList();
        Assert.Equal(folds.Splits.Select(s => s.Test), read.Select(s => s.Test));
        Assert.Equal(folds.Splits.Select(s => s.Validation), read.Select(s => s.Validation));

        // The same file name, another content: a run must not be taken for one of the other split.
        FoldsWriter.Write(GroupedFolds.Of(images, 3, seed: 5, cancellation: TestContext.Current.CancellationToken), _folder["others"], TestContext.Current.CancellationToken);
        read.Add(Split.Open(images, _folder["others", FoldsWriter.FileName(1)]));
        Assert.Equal(read.Count, read.Select(s => s.Name).Distinct().Count());
        Assert.All(read, s => Assert.Matches("^manifest fold-[123]\\.tsv, sha256 [0-9a-f]{12}$", s.Name));
        Assert.Equal(read[0].Name, Split.Open(images, _folder["folds", FoldsWriter.FileName(1)]).Name);
    }

    [Fact]
    public void A_class_with_too_few_images_is_named()
    {
        var images = SampleImages.Write(_folder["images"], 4, "a", "b");
        Assert.Contains("'a' has only 4 images", Assert.Throws<DataException>(() => GroupedFolds.Of(images, 5, cancellation: TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    private static int Count(byte folds) => 2 + (folds % 5);

    private static int[] Sizes(byte[] sizes) => [.. sizes.Select(s => s % 8 == 0 ? 1 + (s % 5) : 1)];

    private static (int[] Labels, DuplicateGroups Duplicates) Images(byte[] sizes, Func<int, int> label)
    {
        var (count, pairs) = (0, new List<CopyPair>());
        foreach (var size in Sizes(sizes))
        {
            for (var i = 1; i < size; i++) pairs.Add(new(count, count + i, CopyKind.Near, Likeness.Same));
            count += size;
        }

        return ([.. Enumerable.Range(0, count).Select(label)], DuplicateGroups.Of(count, pairs));
    }
}
