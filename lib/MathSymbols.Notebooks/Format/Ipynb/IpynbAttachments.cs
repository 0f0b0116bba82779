using System.Text.Json;

namespace MathSymbols.Notebooks.Format.Ipynb;

/// <summary>Pictures that a markdown cell carries with it.</summary>
internal static class IpynbAttachments
{
    private const string Scheme = "attachment:";

    /// <summary>The text with the pictures themselves where it names them: no other format has attachments.</summary>
    internal static string Embed(string markdown, JsonElement? attachments)
    {
        foreach (var attachment in attachments.Properties())
        {
            foreach (var data in ((JsonElement?)attachment.Value).Properties())
            {
                if (((JsonElement?)data.Value).Text() is not { } text) continue;
                var uri = $"data:{data.Name};base64,{IpynbOutputs.Packed(text)}";
                markdown = markdown.Replace(Scheme + attachment.Name + ")", uri + ")", StringComparison.Ordinal)
                    .Replace(Scheme + Uri.EscapeDataString(attachment.Name) + ")", uri + ")", StringComparison.Ordinal);
                break;
            }
        }
        return markdown;
    }
}
