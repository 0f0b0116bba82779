using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MathSymbols.Models;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Training;

/// <summary>What <c>train</c> takes beside the settings.</summary>
internal sealed class TrainOptions
{
    /// <summary>The option that goes on with an interrupted training.</summary>
    public const string ResumeName = "--resume";

    private readonly Option<string> _model = ModelOption.Create(ModelOption.AlexNet, ModelOption.Vgg19, ModelOption.SymbolNet);
    private readonly Option<string> _activation = new("--activation") { Description = "AlexNet: activation of the dense layers.", HelpName = "relu|tanh", DefaultValueFactory = _ => "relu" };
    private readonly Option<double> _learningRate = new("--learning-rate") { Description = "AlexNet: Adam's learning rate.", HelpName = "number", DefaultValueFactory = _ => KerasDefaults.LearningRate, CustomParser = Rate };
    private readonly Option<bool> _tuned = new("--tuned") { Description = "AlexNet: takes activation and learning rate from the search with the same settings, which is run first if it has not been." };
    private readonly Option<bool> _probe = new("--batchnorm-probe") { Description = "AlexNet: also measures, after each epoch, the validation loss with other BatchNorm statistics." };
    private readonly Option<string> _preprocessing = new("--preprocessing") { Description = "VGG19: what is done to an image first. scaled is the report's X / 255, keras what the network was trained with.", HelpName = "scaled|keras", DefaultValueFactory = _ => "scaled" };
    private readonly Option<bool> _stops = new("--early-stopping") { Description = "VGG19: ends when the validation loss has not improved for 2 epochs." };
    private readonly Option<bool> _resume = new(ResumeName) { Description = "Goes on with the interrupted training of the same settings." };

    public TrainOptions(Command command)
    {
        _activation.AcceptOnlyFromAmong("relu", "tanh");
        _preprocessing.AcceptOnlyFromAmong("scaled", "keras");
        foreach (var option in (Option[])[_model, _activation, _learningRate, _tuned, _probe, _preprocessing, _stops, _resume]) command.Options.Add(option);
        Option[] alexNet = [_activation, _learningRate, _tuned, _probe], vgg19 = [_preprocessing, _stops];
        command.Validators.Add(r =>
        {
            if (r.GetValue(_tuned) && (r.GetResult(_activation) is { Implicit: false } || r.GetResult(_learningRate) is { Implicit: false }))
                r.AddError("--tuned takes activation and learning rate from the search; leave out --activation and --learning-rate.");
            Option[] others = r.GetValue(_model) switch
            {
                ModelOption.Vgg19 => alexNet,
                ModelOption.SymbolNet => [.. alexNet, .. vgg19],
                _ => vgg19,
            };
            foreach (var option in others.Where(o => r.GetResult(o) is { Implicit: false })) r.AddError($"{option.Name} does not go with --model {r.GetValue(_model)}; leave it out.");
        });
    }

    public string Model(ParseResult result) => result.GetValue(_model)!;

    public Vgg19Preprocessing Preprocessing(ParseResult result) => result.GetValue(_preprocessing) == "keras" ? Vgg19Preprocessing.Keras : Vgg19Preprocessing.Scaled;

    public bool Stops(ParseResult result) => result.GetValue(_stops);

    public bool Tuned(ParseResult result) => result.GetValue(_tuned);

    public bool Probed(ParseResult result) => result.GetValue(_probe);

    public bool Resume(ParseResult result) => result.GetValue(_resume);

    public HyperParameters Values(ParseResult result) =>
        new((AlexNetSearch.Activation, result.GetValue(_activation)!), (AlexNetSearch.LearningRate, result.GetValue(_learningRate)));

    private static double Rate(ArgumentResult result)
    {
        var text = string.Join(' ', result.Tokens.Select(t => t.Value));
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate) && rate is > 0 and <= 1) return rate;
        result.AddError($"--learning-rate takes a number above 0 and at most 1; it was given '{text}'.");
        return 0;
    }
}
