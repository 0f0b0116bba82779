using System.Text.Json.Nodes;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>One cell of an .ipynb file, as far as a .dib file's cell does not tell.</summary>
/// <param name="Hash">What the .dib file's cell says, as a hash; null for an empty cell, which a .dib file does not have.</param>
/// <param name="Type">Its type, where it is not what its language makes it, and for an empty cell.</param>
/// <param name="Id">Its id, where it does not follow from the text.</param>
/// <param name="Metadata">Its metadata, where they say more than the language.</param>
/// <param name="Source">Its text, where it is another or has other line ends, and for an empty cell.</param>
internal sealed record IpynbOriginCell(string? Hash, string? Type, string? Id, JsonObject? Metadata, string? Source)
{
    /// <summary>What its text has before the .dib file's: blank lines, or the name of the language.</summary>
    internal string? Before { get; init; }

    /// <summary>What its text has after the .dib file's.</summary>
    internal string? After { get; init; }

    /// <summary>Whether the .dib file's cell tells all.</summary>
    internal bool IsPlain => Hash is not null && (Type, Id, Metadata, Source, Before, After) is (null, null, null, null, null, null);

    /// <summary>Whether the cell is one that a .dib file does not have.</summary>
    internal bool IsEmpty => Hash is null;

    internal static IpynbOriginCell Read(JsonObject json)
    {
        var type = Word(json, "cell_type");
        if (type is not (IpynbWriter.CodeType or Cell.Markdown or Cell.Raw)) type = null;
        return new IpynbOriginCell(Word(json, "hash"), type, Word(json, "id"), json["metadata"] as JsonObject, Word(json, "source"))
        {
            Before = Word(json, "before"),
            After = Word(json, "after"),
        };
    }

    internal JsonObject Write()
    {
        var json = new JsonObject();
        if (Hash is not null) json["hash"] = Hash;
        if (Type is not null) json["cell_type"] = Type;
        if (Id is not null) json["id"] = Id;
        if (Metadata is not null) json["metadata"] = Metadata.DeepClone();
        if (Source is not null) json["source"] = Source;
        if (Before is not null) json["before"] = Before;
        if (After is not null) json["after"] = After;
        return json;
    }

    /// <summary>The whole text, of the .dib file's.</summary>
    internal string Text(string kept) => Source ?? Before + kept + After;

    private static string? Word(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
