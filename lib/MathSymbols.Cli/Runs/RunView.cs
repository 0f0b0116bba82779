using System.Globalization;
using MathSymbols.Figures;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;
using Spectre.Console;

namespace MathSymbols.Cli.Runs;

/// <summary>One run on a terminal.</summary>
internal static class RunView
{
    /// <summary>What was done, with what, where.</summary>
    public static Table Facts(StoredRun run)
    {
        var record = run.Record;
        var data = record.Data;
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn(new TableColumn("what").NoWrap()).AddColumn("value");
        Add("run", record.Id);
        Add("folder", $"{run.Folder} ({(run.Committed ? "committed" : "own")})");
        Add("model", record.Model);
        Add("profile", record.Profile.Word());
        Add("data", data.Name);
        Add("fingerprint", data.Fingerprint);
        Add("split", string.Create(CultureInfo.InvariantCulture, $"{data.Split}: {data.Train:N0} train, {data.Validation:N0} validation, {data.Test:N0} test of {data.Images:N0}"));
        foreach (var (name, value) in record.HyperParameters) Add(name, value?.ToString() ?? "none");
        Add("seed, batch", string.Create(CultureInfo.InvariantCulture, $"{record.Seed}, {record.BatchSize} images"));
        Add("epochs", string.Create(CultureInfo.InvariantCulture, $"{record.History.Epochs.Count} of {record.EpochsPlanned}: {record.StopReason}; the best is {record.BestEpoch}"));
        Add("device", string.Create(CultureInfo.InvariantCulture, $"{record.Device}; {record.Threads} threads"));
        Add("versions", string.Join(", ", record.Versions.Select(v => $"{v.Key} {v.Value}")));
        Add("settings", string.Join(", ", record.Settings.Select(s => $"{s.Key}={s.Value}")));
        Add("time", string.Create(CultureInfo.InvariantCulture, $"{record.Started:yyyy-MM-dd HH:mm:ss zzz} to {record.Finished:yyyy-MM-dd HH:mm:ss zzz}, in {Math.Max(1, record.Segments.Count)} part(s)"));
        Add("commit", record.Commit ?? "unknown");
        Add("command", record.Command);
        return table;

        void Add(string what, string value)
        {
            if (value.Length > 0) table.AddRow(new Text(Printable.Of(what)), new Text(Printable.Of(value)));
        }
    }

    /// <summary>One row an epoch, as Keras names them.</summary>
    public static Table Epochs(History history)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["epoch", "loss", "accuracy", "val_loss", "val_accuracy", "seconds"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var e in history.Epochs)
            table.AddRow(Number(e.Epoch, "0"), Number(e.Loss, "0.0000"), Number(e.Accuracy, "0.0000"), Number(e.ValidationLoss, "0.0000"), Number(e.ValidationAccuracy, "0.0000"), Number(e.Seconds, "0.0"));
        return table;
    }

    /// <summary>One row for each set of weights and images, the accuracy with its 95 % interval.</summary>
    public static Table Results(RunRecord record)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in (string[])["weights", "images", "correct", "accuracy (95 %)", "loss"]) table.AddColumn(column);
        foreach (var r in record.Results)
            table.AddRow(r.Weights, r.Set, string.Create(CultureInfo.InvariantCulture, $"{r.Correct} of {r.Count}"), RunTable.Text(r), Number(r.Loss, "0.0000"));
        return table;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
