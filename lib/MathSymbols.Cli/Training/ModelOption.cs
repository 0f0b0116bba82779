using System.CommandLine;

namespace MathSymbols.Cli.Training;

/// <summary>The option that says which model is meant.</summary>
internal static class ModelOption
{
    public const string AlexNet = "alexnet";

    public static Option<string> Create()
    {
        var option = new Option<string>("--model") { Description = "Which model.", HelpName = AlexNet, DefaultValueFactory = _ => AlexNet };
        option.AcceptOnlyFromAmong(AlexNet);
        return option;
    }
}
