using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Ledger;

/// <summary>In what this run was smaller than the report's, or another: what its differences follow from.</summary>
internal sealed class Circumstances
{
    private readonly Dataset _data;
    private readonly Settings _settings;
    private readonly LedgerSide _run;
    private readonly RunRecord? _full;

    /// <summary>Of this run, beside a committed full one.</summary>
    public Circumstances(Dataset data, Settings settings, LedgerSide run, LedgerSide full) =>
        (_data, _settings, _run, _full) = (data, settings, run, (full.AlexNet ?? full.Vgg19)?.Record);

    /// <summary>"This run: quick profile, 912 of 6,790 training images."; null when it was made as the report's.</summary>
    public string? Of(FigureSource source)
    {
        IEnumerable<string> said = source switch
        {
            FigureSource.Data => [.. Images(), .. Batches(_data.BatchSize)],
            FigureSource.Search => [.. Images(), .. Search()],
            FigureSource.AlexNet => [.. Images(), .. AlexNet()],
            FigureSource.Vgg19 => [.. Images(), .. Vgg19()],
            FigureSource.Both => [.. Images(), .. AlexNet().Concat(Vgg19()).Distinct()],
            _ => [],
        };
        var list = said.ToList();
        return list.Count > 0 ? $"This run: {string.Join(", ", list)}." : null;
    }

    private IEnumerable<string> Images()
    {
        if (_data.Source.Origin == DataOrigin.Synthetic) yield return "synthetic sample, not the report's images";
        else if (_full is not null && _full.Data.Fingerprint != _data.Pixels.Fingerprint) yield return "other images";
        else if (_full is not null && _full.Data.Split != _data.Split.Name) yield return "another split";
    }

    private IEnumerable<string> Quick() => _settings.Profile == Profile.Quick ? ["quick profile"] : [];

    private IEnumerable<string> Batches(int size) => _full is not null && _full.BatchSize != size ? [string.Create(CultureInfo.InvariantCulture, $"{size} images a batch")] : [];

    // The quick profile's search has fewer images than its training; no record says how many.
    private IEnumerable<string> Search()
    {
        if (_run.AlexNet is not { Record: var record }) return [];
        return [.. Quick(), .. record.Profile == Profile.Full ? Part(record.Data.Train) : [], .. Batches(record.BatchSize)];
    }

    private IEnumerable<string> AlexNet()
    {
        if (_run.AlexNet is not { Record: var record }) return [];
        return [.. Quick(), .. Part(record.Data.Train), .. Batches(record.BatchSize), .. Epochs(record)];
    }

    private IEnumerable<string> Vgg19()
    {
        if (_run.Vgg19 is not { Record: var record }) return [];
        var (size, reports) = (Vgg19Figures.Size(record), _data.Pixels.Height.ToString(CultureInfo.InvariantCulture));
        return [.. _run.IsUntrained ? ["untrained base"] : (string[])[], .. Quick(), .. Part(record.Data.Train), .. size == reports ? [] : (string[])[$"{size} px"], .. Batches(record.BatchSize), .. Epochs(record)];
    }

    private IEnumerable<string> Part(long count) => count < _data.Split.Train.Count ? [string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {_data.Split.Train.Count:N0} training images")] : [];

    // Fewer than the report's training might have had, if that was planned so.
    private static IEnumerable<string> Epochs(RunRecord record) =>
        record.EpochsPlanned < int.Parse(ReportFigures.All.Single(f => f.Id == $"{record.Model}/epochs-planned").Value, CultureInfo.InvariantCulture) ? [string.Create(CultureInfo.InvariantCulture, $"{record.History.Epochs.Count} epochs")] : [];
}
