using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Models;
using MathSymbols.Storage;
using static TorchSharp.torch;

namespace MathSymbols.Figures;

/// <summary>What Keras' <c>model.summary()</c> shows: one row a layer with what it gives and how many parameters it has, and their sums.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<ModelSummary>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class ModelSummary : IHtmlValue
{
    private readonly string _model;

    private ModelSummary(string model, IReadOnlyList<LayerSummary> layers, ParameterCount parameters) =>
        (_model, Name, Layers, Parameters) = (model, Slug.Of(model) + "-summary", layers, parameters);

    /// <summary>The layers in the order in which they run. Activations stand with the layer before them.</summary>
    public IReadOnlyList<LayerSummary> Layers { get; }

    /// <summary>The whole model's parameters, in Keras' counting.</summary>
    public ParameterCount Parameters { get; }

    /// <summary>The name in report.json.</summary>
    public string Name { get; init; }

    /// <summary>What stands above the table.</summary>
    public string Title => $"Model: {_model}";

    /// <summary>The summary as an HTML fragment.</summary>
    public string Html => TableHtml.Page(Title, Sums, Name, Table, Report());

    private string Sums => string.Create(CultureInfo.InvariantCulture, $"Total parameters {Parameters.Total:N0}, trainable {Parameters.Trainable:N0}, not trainable {Parameters.NotTrainable:N0}");

    private FigureTable Table => new(
        ["Layer (type)", "Output shape", "Parameters"],
        [.. Layers.Select(l => (IReadOnlyList<object>)[$"{l.Name} ({l.Type})", l.ShapeText, l.Parameters.Total])]);

    /// <summary>Runs one zero image through a model and lists its layers. Nothing of the model is changed, and no tensor is left.</summary>
    /// <param name="model">The model; it is called by its name, or its type's.</param>
    /// <param name="inputShape">The shape of one input without the batch: 3, 224, 224.</param>
    /// <exception cref="ArgumentException">No shape, or one with a dimension below 1.</exception>
    public static ModelSummary Of(nn.Module<Tensor, Tensor> model, params long[] inputShape)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(inputShape);
        if (inputShape.Length == 0 || inputShape.Any(d => d < 1))
            throw new ArgumentException($"The input shape is [{string.Join(", ", inputShape)}]; give that of one image, such as 3, 224, 224.", nameof(inputShape));
        return new(model.GetName(), LayerTrace.Run(model, inputShape), ParameterCount.Of(model));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{TableText.Of(Title, Table)}\n{Sums}";

    private JsonObject Report() => new()
    {
        ["total"] = Parameters.Total,
        ["trainable"] = Parameters.Trainable,
        ["not_trainable"] = Parameters.NotTrainable,
        ["layers"] = new JsonArray([.. Layers.Select(l => new JsonObject
        {
            ["name"] = l.Name, ["type"] = l.Type, ["shape"] = JsonNumbers.Array(l.Shape), ["parameters"] = l.Parameters.Total,
        })]),
    };
}
