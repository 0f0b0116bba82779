using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Runs;

/// <summary>The runs there are: those committed with the clone (models/runs/full-* and symbolnet-seed-*), and a person's own in the work folder.</summary>
public sealed partial class RunStore
{
    /// <summary>The record's file in a run's folder. A folder without it is not a run, or not yet one.</summary>
    public const string RecordName = "run.json";

    /// <summary>The epochs as CSV, for other programs.</summary>
    public const string HistoryName = "history.csv";

    private static readonly string[] CommittedPatterns = ["full-*", "symbolnet-seed-*"];

    private readonly string _own;
    private readonly List<StoredRun> _runs;

    private RunStore(string own, List<StoredRun> runs, List<DamagedRun> damaged)
    {
        (_own, _runs, Damaged) = (own, runs, damaged);
        Sort();
    }

    /// <summary>All that can be read, the earliest finished first.</summary>
    public IReadOnlyList<StoredRun> Runs => _runs;

    /// <summary>Those of the two models that the report has.</summary>
    public IReadOnlyList<StoredRun> OfReport => [.. _runs.Where(r => r.Record.Model is RunArchitecture.AlexNet or RunArchitecture.Vgg19)];

    /// <summary>Those that cannot be read, each with the reason.</summary>
    public IReadOnlyList<DamagedRun> Damaged { get; }

    /// <summary>The runs of a committed cross-validation (models/runs/symbolnet-fold-*), by label. They stand apart: each was tested on other images, so they are not compared with the others.</summary>
    public IReadOnlyList<StoredRun> Folds { get; private init; } = [];

    /// <summary>Reads the runs of the clone and of the settings' work folder.</summary>
    /// <param name="settings">The work folder.</param>
    public static RunStore Open(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Open(settings.WorkFolder, SolutionFolder.Find() is { } clone ? Path.Combine(clone, "models", "runs") : null);
    }

    /// <summary>Reads the runs of two folders; neither need exist, and a damaged run never throws.</summary>
    /// <param name="work">The work folder, for a person's own runs.</param>
    /// <param name="committed">The folder of committed runs, or null.</param>
    public static RunStore Open(WorkFolder work, string? committed)
    {
        ArgumentNullException.ThrowIfNull(work);
        var (runs, damaged) = (new List<StoredRun>(), new List<DamagedRun>());
        foreach (var pattern in committed is null ? [] : CommittedPatterns) Read(committed!, pattern, isCommitted: true, runs, damaged);
        Read(work.Runs, "*", isCommitted: false, runs, damaged);
        return new(work.Runs, runs, damaged) { Folds = ReadFolds(committed, damaged) };
    }

    /// <summary>The run of an id or a label, or of the start of one that no other shares.</summary>
    /// <param name="idOrPrefix">An id, a label, or the start of one.</param>
    /// <exception cref="RunException">There is none, or more than one; the message names them.</exception>
    public StoredRun Find(string idOrPrefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(idOrPrefix);

        // A committed run that was copied into the work folder has the same id: the committed one wins.
        var all = _runs.Concat(Folds).ToList();
        if (all.Where(r => r.Record.Id == idOrPrefix || r.Label == idOrPrefix).OrderByDescending(r => r.Committed).FirstOrDefault() is { } exact) return exact;
        var found = all.Where(r => r.Record.Id.StartsWith(idOrPrefix, StringComparison.Ordinal) || r.Label.StartsWith(idOrPrefix, StringComparison.Ordinal)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 when all.Count == 0 => throw new RunException($"There is no run '{idOrPrefix}': there are no runs yet; train makes one."),
            0 => throw new RunException($"There is no run '{idOrPrefix}'; there are {Labels(all)}."),
            _ => throw new RunException($"More than one run starts with '{idOrPrefix}': {Labels(found)}; give more of its name."),
        };
    }

    /// <summary>An id no run has: model, time in UTC, four digits by chance. Its folder is not created.</summary>
    /// <param name="model">The model's name, in lower-case letters and digits.</param>
    /// <param name="started">When the run began.</param>
    public string NewId(string model, DateTimeOffset started)
    {
        while (true)
        {
            var chance = System.Random.Shared.Next(0x10000);
            var id = string.Create(CultureInfo.InvariantCulture, $"{model}-{started.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{chance:x4}");
            Require(id);
            if (!Path.Exists(FolderOf(id))) return id;
        }
    }

    /// <summary>The runs that have begun and not ended, the latest first.</summary>
    public IReadOnlyList<UnfinishedRun> Unfinished => !Directory.Exists(_own)
        ? []
        : [.. Directory.GetDirectories(_own).Where(f => !File.Exists(Path.Combine(f, RecordName))).Select(UnfinishedRun.Read).OfType<UnfinishedRun>().OrderByDescending(r => r.Started)];

    /// <summary>Begins a run: from now on its folder can be gone on with, until <see cref="Save"/> makes it a run.</summary>
    /// <param name="model">The model's name, in lower-case letters and digits.</param>
    /// <param name="identity">What makes the run what it is, by name.</param>
    /// <exception cref="IOException">The work folder cannot be written to.</exception>
    public UnfinishedRun Begin(string model, IReadOnlyDictionary<string, string> identity)
    {
        var started = DateTimeOffset.UtcNow;
        var id = NewId(model, started);
        var run = new UnfinishedRun(id, FolderOf(id), started, GitCommit.Read(SolutionFolder.Find()), identity);
        run.Write();
        return run;
    }

    /// <summary>Where an own run's files lie.</summary>
    /// <param name="id">The run's id.</param>
    public string FolderOf(string id) => Path.Combine(_own, id);

    /// <summary>Writes a run to the work folder. The record comes last: a folder that has it is whole.</summary>
    /// <param name="record">The record; a run of the same id is replaced.</param>
    /// <param name="files">More files by name, such as <see cref="PredictionsFile.Name"/>.</param>
    /// <exception cref="ArgumentException">The id or a file's name cannot name a file.</exception>
    /// <exception cref="IOException">The work folder cannot be written to.</exception>
    public StoredRun Save(RunRecord record, IEnumerable<(string Name, string Content)>? files = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        Require(record.Id);
        var folder = FolderOf(record.Id);
        foreach (var (name, content) in files ?? [])
        {
            Require(name);
            AtomicFile.Write(Path.Combine(folder, name), content);
        }

        AtomicFile.Write(Path.Combine(folder, HistoryName), HistoryFormat.ToCsv(record.History));
        AtomicFile.Write(Path.Combine(folder, RecordName), RunRecordFormat.ToText(record));
        UnfinishedRun.Clean(folder);
        var saved = new StoredRun(record, folder, Committed: false);
        _runs.RemoveAll(r => r.Folder == folder);
        _runs.Add(saved);
        Sort();
        return saved;
    }

    private static List<StoredRun> ReadFolds(string? committed, List<DamagedRun> damaged)
    {
        var folds = new List<StoredRun>();
        if (committed is not null) Read(committed, "symbolnet-fold-*", isCommitted: true, folds, damaged);
        return folds;
    }

    private static void Read(string root, string pattern, bool isCommitted, List<StoredRun> runs, List<DamagedRun> damaged)
    {
        if (!Directory.Exists(root)) return;
        foreach (var folder in Directory.GetDirectories(root, pattern).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, RecordName);
            if (!File.Exists(path)) continue;
            try
            {
                runs.Add(new(RunRecordFormat.Parse(RegularFile.ReadText(path, Limits.JsonBytes)), folder, isCommitted));
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                damaged.Add(new(path, $"The run record '{path}' is passed over: {(e is FormatException ? e.Message.TrimEnd('.') : RegularFile.Why(e, path))}."));
            }
        }
    }

    private static string Labels(IEnumerable<StoredRun> runs) => string.Join(", ", runs.Select(r => r.Label));

    private static void Require(string name)
    {
        if (!FileName().IsMatch(name)) throw new ArgumentException($"'{name}' cannot name a run or its file: letters, digits, '.', '_' and '-' can, and the first is a letter or digit.");
    }

    private void Sort() => _runs.Sort((a, b) => (a.Record.Finished, a.Record.Started).CompareTo((b.Record.Finished, b.Record.Started)) is var order and not 0
        ? order
        : string.CompareOrdinal(a.Label, b.Label));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]*\z")]
    private static partial Regex FileName();
}
