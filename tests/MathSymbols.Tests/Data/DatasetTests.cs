using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class DatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Settings _settings;

    public DatasetTests() => _settings = TinyDataset.Settings(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Test_images_are_taken_evenly_and_those_that_cannot_be_decoded_are_passed_over()
    {
        using var folder = new TemporaryFolder();
        var settings = TinyDataset.Settings(folder);
        using (var all = TinyDataset.Open(settings))
        {
            Assert.Equal((6, 6, 4), (all.Split.Test.Count, all.TestImages(32).Count, all.TestImages(4).Count));
            File.WriteAllText(all.Images.FullPath(all.Images.Files[all.Split.Test[0]]), "no image any more");
        }

        using var damaged = TinyDataset.Open(settings);
        Assert.Matches("^1 of [0-9]+ images will not load and are left out, '.+' for example: .+`mathsymbols data check` lists them\\.$", Assert.Single(damaged.Description.Skip(1)));
        Assert.Equal(5, damaged.TestImages(32).Count);
    }

    [Fact]
    public void Every_image_is_in_one_part_and_only_training_is_shuffled()
    {
        using var data = TinyDataset.Open(_settings);
        Assert.Equal(["a", "b", "c"], data.ClassNames);
        Assert.Equal((8, 8), (data.Pixels.Height, data.Pixels.Width));
        PixelLoader[] parts = [data.Train(), data.Validation(), data.Test()];
        Assert.Equal((41, 13, 6), (parts[0].Count, parts[1].Count, parts[2].Count));
        Assert.Equal(Enumerable.Range(0, 60), parts.SelectMany(p => p.Order(1)).Order());
        Assert.NotEqual(parts[0].Order(1), parts[0].Order(2));
        Assert.Equal(parts[1].Order(1), parts[1].Order(2));
        Assert.Equal(parts[2].Order(1), parts[2].Order(2));
        Assert.All(parts, p => Assert.Equal(7, p.BatchSize));
    }

    [Fact]
    public void Fewer_images_are_the_same_ones_for_training_and_for_measuring_on_them()
    {
        using var data = TinyDataset.Open(_settings);
        var train = data.Train(9);
        var sample = data.TrainSample(9);
        Assert.Equal(9, train.Count);
        Assert.Equal(sample.Order(1).Order(), train.Order(1).Order());
        Assert.Equal(sample.Order(1), sample.Order(2));
        Assert.Empty(train.Order(1).Except(data.Train().Order(1)));
        Assert.All(train.Order(1).CountBy(i => data.Images.Files[i].Label), c => Assert.InRange(c.Value, 2, 4));
        Assert.Equal(data.Train().Count, data.Train(1000).Count);
        Assert.Equal(5, data.Validation(5).Count);
    }

    [Fact]
    public void The_seed_decides_order_and_choice()
    {
        using var data = TinyDataset.Open(_settings);
        using var same = TinyDataset.Open(_settings);
        using var other = TinyDataset.Open(_settings with { Seed = 7 });
        Assert.Equal(data.Train(9).Order(3), same.Train(9).Order(3));
        Assert.NotEqual(data.Train().Order(3), other.Train().Order(3));
        Assert.NotEqual(data.TrainSample(9).Order(1), other.TrainSample(9).Order(1));
    }

    [Fact]
    public void What_does_not_do_is_one_sentence()
    {
        Assert.DoesNotContain('\n', Assert.Throws<DataException>(() => TinyDataset.Open(_settings with { Data = _folder["nowhere"] })).Message);
        Assert.DoesNotContain('\n', Assert.Throws<DataException>(() => TinyDataset.Open(_settings with { Split = _folder["nowhere.tsv"] })).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => TinyDataset.Open(_settings, batchSize: 0));
    }
}
