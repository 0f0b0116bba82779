using System.Text.Json.Nodes;
using MathSymbols.Runs;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class RunRecordTests
{
    [Fact]
    public void A_record_survives_its_file()
    {
        var record = RunSamples.Record();
        var read = RunRecordFormat.Parse(RunRecordFormat.ToText(record));
        Assert.True(JsonNode.DeepEquals(RunRecordFormat.ToJson(record), RunRecordFormat.ToJson(read)));
        Assert.Equal((record.Started, record.Started.Offset, record.Data), (read.Started, read.Started.Offset, read.Data));
        Assert.Equal(record.Results, read.Results);
        Assert.Equal(record.Segments, read.Segments);
        Assert.Equal(record.History.Epochs.Select(e => e.Extra["val_accuracy_fresh"]), read.History.Epochs.Select(e => e.Extra["val_accuracy_fresh"]));
        Assert.Equal(0.7944288059033108, read.Result(RunWeights.LastEpoch, RunSet.Test)!.Interval.Low, 1e-12);
    }

    [Fact]
    public void Optional_members_may_be_missing_and_unknown_ones_are_passed_over()
    {
        var json = RunRecordFormat.ToJson(RunSamples.Record() with { Commit = null, Search = null });
        foreach (var name in (string[])["commit", "search", "hyper_parameters"]) json.Remove(name);
        json["colour"] = "red";
        var read = RunRecordFormat.FromJson(json);
        Assert.Equal((null, null, 0), (read.Commit, read.Search, read.HyperParameters.Count));
    }

    [Theory]
    [InlineData("seed", null, "the member 'seed' is missing")]
    [InlineData("threads", "\"two\"", "the member 'threads' is not a whole number of 0 or more")]
    [InlineData("best_epoch", "4", "the member 'best_epoch' is not a whole number from 1 to 3")]
    [InlineData("profile", "\"slow\"", "the member 'profile' is not 'quick' or 'full'")]
    [InlineData("started", "\"yesterday\"", "the member 'started' is not a time (ISO 8601)")]
    [InlineData("data", "{\"name\":\"x\"}", "the member 'data.fingerprint' is missing")]
    [InlineData("results", "[{\"count\":1,\"weights\":\"x\"}]", "the member 'results[0].weights' is not 'last epoch' or 'best epoch'")]
    [InlineData("notes", "[1]", "the member 'notes[0]' is not a text")]
    [InlineData("version", "2", "it has version 2 of the format, and this program knows version 1: use a newer program")]
    [InlineData("format", "\"other\"", "it is not a run record (the member format is not mathsymbols-run)")]
    public void What_does_not_fit_is_named(string member, string? value, string message)
    {
        var json = RunRecordFormat.ToJson(RunSamples.Record());
        json.Remove(member);
        if (value is not null) json[member] = JsonNode.Parse(value);
        Assert.Equal(message, Assert.Throws<FormatException>(() => RunRecordFormat.FromJson(json)).Message);
    }
}
