using System.CommandLine;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Cli;

/// <summary>An option for each setting, and <c>--set name=value</c> for those who script. Options win over environment variables.</summary>
internal sealed class SettingsOptions
{
    private readonly List<(SettingName Setting, Option<string?> Option)> _named = [];

    private readonly Option<string[]> _set = new("--set") { Description = "Any setting as name=value; may be given more than once.", HelpName = "name=value", DefaultValueFactory = _ => [] };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command that will read them.</param>
    /// <param name="recursive">Whether its sub-commands take them too.</param>
    public SettingsOptions(Command command, bool recursive = false)
    {
        foreach (var setting in SettingName.All)
        {
            var option = new Option<string?>("--" + setting.Name) { Description = setting.About, HelpName = setting.Takes, Recursive = recursive };
            _named.Add((setting, option));
            command.Options.Add(option);
        }

        _set.Recursive = recursive;
        command.Options.Add(_set);
    }

    /// <summary>The settings given on the command line alone, as names and values; paths are absolute.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <exception cref="SettingsException">A name is unknown, or --set was given no name=value.</exception>
    public IReadOnlyList<(SettingName Setting, string Value)> Given(ParseResult result)
    {
        var given = new List<(SettingName, string)>();
        foreach (var pair in result.GetValue(_set) ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1) throw new SettingsException($"--set takes name=value; it was given '{pair}'.");
            given.Add((SettingName.Find(pair[..equals]), pair[(equals + 1)..]));
        }

        foreach (var (setting, option) in _named)
        {
            if (result.GetValue(option) is { } value) given.Add((setting, value));
        }

        return [.. given.Select(g => (g.Item1, g.Item1.Resolve(g.Item2)))];
    }

    /// <summary>The environment's settings with the command line's laid over them.</summary>
    /// <param name="result">The parsed command line.</param>
    /// <exception cref="SettingsException">A name is unknown or a value does not fit.</exception>
    public Settings Read(ParseResult result)
    {
        var settings = Given(result).Aggregate(Settings.FromEnvironment(), (settings, given) => given.Setting.Apply(settings, given.Value));

        // LibTorch is loaded before anybody could hand it the settings; it asks the environment.
        if (settings.Work is { } work) Environment.SetEnvironmentVariable(WorkFolder.Variable, work);
        return settings;
    }
}
