using System.CommandLine;
using MathSymbols.Runs;

namespace MathSymbols.Cli.Training;

/// <summary>The option that says which model is meant.</summary>
internal static class ModelOption
{
    public const string AlexNet = RunArchitecture.AlexNet;
    public const string Vgg19 = RunArchitecture.Vgg19;
    public const string SymbolNet = RunArchitecture.SymbolNet;

    public static Option<string> Create(params string[] models)
    {
        var option = new Option<string>("--model") { Description = "Which model.", HelpName = string.Join('|', models), DefaultValueFactory = _ => AlexNet };
        option.AcceptOnlyFromAmong(models);
        return option;
    }
}
