using System.Text.Json.Nodes;
using MathSymbols.Notebooks.Tests.Support;

namespace MathSymbols.Notebooks.Tests.Ipynb;

/// <summary>The classes that look at the one run.</summary>
[CollectionDefinition(Name)]
public sealed class SavedRunGroup : ICollectionFixture<SavedRunFixture>
{
    internal const string Name = "saved run";
}

/// <summary>One real run of a notebook with figures, written in both forms, and pages made of what it saved.</summary>
public sealed class SavedRunFixture : IAsyncLifetime
{
    private const string Library = "var Lib = 'once';";

    private const string Notebook = """
        #!markdown
        # Figures
        #!csharp
        using Microsoft.DotNet.Interactive.Formatting;
        class Figure { public string Html; }
        Formatter.Register<Figure>((f, w) => w.Write(f.Html), "text/html");
        Formatter.Register<Figure>((f, w) => w.Write("iVBORw0KGgo="), "image/png");
        Formatter.SetPreferredMimeTypesFor(typeof(Figure), "text/html", "image/png");
        #!csharp
        Console.WriteLine("first\nlines");
        new Figure { Html = "<script data-once=\"lib\">var Lib = 'once';</script><figure aria-label=\"The &lt;first&gt;\">1</figure><script data-needs=\"lib\">use(Lib)</script>" }
        #!csharp
        var shown = display("old");
        Console.Error.WriteLine("muted");
        shown.Update("new");
        new Figure { Html = "<style data-once=\"lib\">.f{}</style><p>2</p><script type=\"application/json\" data-report=\"two\">[2]</script><script data-needs=\"lib\">use(Lib)</script>" }
        #!html
        <b id="cell">html</b>
        #!csharp
        Console.WriteLine("then");
        throw new InvalidOperationException("on purpose", new Exception("the cause"));
        #!csharp
        Console.WriteLine("never");
        """;

    private readonly TempFolder _folder = new();

    internal RunnerResult Run { get; private set; } = null!;

    internal RunnerResult Export { get; private set; } = null!;

    /// <summary>The notebook as it was written.</summary>
    internal string IpynbPath => Path.Combine(_folder.Path, "run", "figures.ipynb");

    internal JsonNode Ipynb { get; private set; } = null!;

    /// <summary>The page of the run itself.</summary>
    internal string RunPage { get; private set; } = "";

    /// <summary>The page of the saved notebook.</summary>
    internal string ExportPage { get; private set; } = "";

    internal JsonNode RunReport { get; private set; } = null!;

    internal JsonNode ExportReport { get; private set; } = null!;

    /// <summary>The same, after the cell that carries the script was cleared; the script comes from a file.</summary>
    internal string ClearedPage { get; private set; } = "";

    /// <summary>The same, with no script to be had.</summary>
    internal string ScriptlessPage { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Run = await Runner.RunAsync("run", _folder.Write("figures.dib", Notebook), "--out", Folder("run"), "--to", "html", "--to", "ipynb");
        Ipynb = JsonNode.Parse(await File.ReadAllTextAsync(IpynbPath))!;
        (RunPage, RunReport) = (Page("run"), Report("run"));

        Export = await Runner.RunAsync("export", IpynbPath, "--out", Folder("export"));
        (ExportPage, ExportReport) = (Page("export"), Report("export"));

        var cleared = Ipynb.DeepClone();
        var carrier = cleared["cells"]!.AsArray().Single(c => c!["outputs"]?.ToJsonString().Contains("var Lib", StringComparison.Ordinal) == true)!;
        (carrier["outputs"], carrier["execution_count"]) = (new JsonArray(), null);
        var file = _folder.Write("cleared.ipynb", cleared.ToJsonString());
        await Runner.RunAsync("export", file, "--out", Folder("cleared"), "--script", $"lib={_folder.Write("lib.js", Library)}");
        ClearedPage = Page("cleared");
        await Runner.RunAsync("export", file, "--out", Folder("scriptless"));
        ScriptlessPage = Page("scriptless");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Folder(string name) => Path.Combine(_folder.Path, name);

    private string Page(string name) => File.ReadAllText(Path.Combine(Folder(name), "index.html"));

    private JsonNode Report(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(name), "report.json")))!;
}
