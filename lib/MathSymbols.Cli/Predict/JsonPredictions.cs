using System.Text.Encodings.Web;
using System.Text.Json;

namespace MathSymbols.Cli.Predict;

/// <summary>Predictions as one JSON array on standard output: path, label, confidence, the top five, and an error where there is no prediction.</summary>
internal sealed class JsonPredictions : IPredictionWriter
{
    private readonly Stream _output = Console.OpenStandardOutput();
    private readonly Utf8JsonWriter _json;

    public JsonPredictions()
    {
        _json = new(_output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartArray();
    }

    public void Write(PredictionOutput output)
    {
        _json.WriteStartObject();
        _json.WriteString("path", output.Name);
        if (output.Prediction is { } prediction)
        {
            _json.WriteString("label", prediction.Label);
            _json.WriteNumber("confidence", prediction.Confidence);
            _json.WriteBoolean("unsure", prediction.Unsure);
            _json.WriteNumber("threshold", prediction.Threshold);
            _json.WriteStartArray("top");
            foreach (var (label, probability) in prediction.Top)
            {
                _json.WriteStartObject();
                _json.WriteString("label", label);
                _json.WriteNumber("p", probability);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }
        else
        {
            _json.WriteNull("label");
            _json.WriteNull("confidence");
            _json.WriteNull("unsure");
            _json.WriteNull("threshold");
            _json.WriteStartArray("top");
            _json.WriteEndArray();
            _json.WriteString("error", output.Error);
        }

        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose()
    {
        // Where an exception broke off an entry, closing the array would only hide it.
        if (_json.CurrentDepth == 1) _json.WriteEndArray();
        _json.Dispose();
        _output.WriteByte((byte)'\n');
        _output.Dispose();
    }
}
