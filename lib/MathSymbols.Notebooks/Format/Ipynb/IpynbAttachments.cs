using System.Text.Json;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Pictures that a markdown cell carries with it.</summary>
internal static class IpynbAttachments
{
    private const string Scheme = "attachment:";

    // Of a link, an HTML attribute or a reference; a name may be the start of another.
    private const string End = """(?=[)"'>\s]|\z)""";

    /// <summary>The text with the pictures themselves where it names them: no other format has attachments.</summary>
    internal static string Embed(string markdown, JsonElement? attachments)
    {
        foreach (var attachment in attachments.Properties())
        {
            foreach (var data in ((JsonElement?)attachment.Value).Properties())
            {
                if (((JsonElement?)data.Value).Text() is not { } text) continue;
                var uri = $"data:{data.Name};base64,{IpynbOutputs.Packed(text)}";
                var name = $"{Scheme}({Regex.Escape(attachment.Name)}|{Regex.Escape(Uri.EscapeDataString(attachment.Name))}){End}";
                markdown = Regex.Replace(markdown, name, _ => uri, RegexOptions.CultureInvariant);
                break;
            }
        }
        return markdown;
    }
}
