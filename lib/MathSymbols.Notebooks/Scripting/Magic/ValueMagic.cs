using System.CommandLine;
using MathSymbols.Notebooks.Hosting;
using Microsoft.DotNet.Interactive.Formatting;

namespace MathSymbols.Notebooks.Scripting.Magic;

/// <summary><c>#!value</c>: keeps the text below it, or a file's, under a name, and shows it.</summary>
internal sealed class ValueMagic : MagicCommand
{
    private readonly Option<string?> _name = new("--name");
    private readonly Option<string?> _file = new("--from-file");
    private readonly Option<string?> _address = new("--from-url");
    private readonly Option<string?> _value = new("--from-value");
    private readonly Option<string?> _mimeType = new("--mime-type");

    internal ValueMagic()
        : base("#!value", "Store a value")
    {
        Syntax.Options.Add(_name);
        Syntax.Options.Add(_file);
        Syntax.Options.Add(_address);
        Syntax.Options.Add(_value);
        Syntax.Options.Add(_mimeType);
    }

    internal override void Check(ParseResult arguments, MagicLine line)
    {
        Option<string?>[] origins = [_file, _address, _value];
        var given = origins.Where(o => arguments.GetValue(o) is not null).Select(o => o.Name).ToList();
        var isBare = line.Segment.Text.Trim() == "#!value";
        if (arguments.GetValue(_name) is null && !isBare) throw line.Failure("#!value wants --name.");
        if (given.Count > 1) throw line.Failure($"#!value takes {given[0]} or {given[1]}, not both.");
        if (given is [var origin] && line.Segment.Body.Length > 0) throw line.Failure($"#!value takes {origin} or the text below it, not both.");
        if (given.Count == 0 && line.Segment.Body.Length == 0 && !isBare) throw line.Failure("#!value has no text below it.");
        if (arguments.GetValue(_address) is { } address) throw line.Failure($"{address} is not fetched here; save it to a file and name that by --from-file.");
    }

    internal override async Task RunAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        if (arguments.GetValue(_name) is not { } name) return;
        var mimeType = arguments.GetValue(_mimeType) ?? "text/plain";
        var text = await TextAsync(arguments, line, call);
        call.Kernel.Values.Store(name, new FormattedValue(mimeType, text));
        DisplaySink.Show(mimeType, text);
    }

    private async Task<string> TextAsync(ParseResult arguments, MagicLine line, MagicCall call)
    {
        if (arguments.GetValue(_value) is { } value)
        {
            if (!value.StartsWith('@')) return value;
            var (kernel, name) = SetMagic.Place(value[1..]);
            return SetMagic.Find(kernel, name, line, call)?.ToString() ?? string.Empty;
        }
        if (arguments.GetValue(_file) is not { } file) return line.Segment.Body;
        try
        {
            return await File.ReadAllTextAsync(Path.GetFullPath(MagicArguments.Unquote(file), call.Kernel.Folder), call.Cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw line.Failure($"{file} cannot be read: {e.Message}");
        }
    }
}
