using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MathSymbols.Notebooks.Events;

/// <summary>Events to JSON and back, by generated code.</summary>
[JsonSerializable(typeof(KernelEvent))]
internal sealed partial class EventJson : JsonSerializerContext
{
    // HTML stays readable and short: events never enter a page as they are. What lacks a part is native text that looks like an event.
    internal static readonly EventJson Relaxed = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
