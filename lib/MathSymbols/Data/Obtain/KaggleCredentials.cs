using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>Who asks Kaggle. Public datasets are given to anybody, so there need not be any.</summary>
public sealed class KaggleCredentials
{
    private const string UserVariable = "KAGGLE_USERNAME", KeyVariable = "KAGGLE_KEY", FolderVariable = "KAGGLE_CONFIG_DIR", FileName = "kaggle.json";

    private readonly string _user;
    private readonly string _key;

    private KaggleCredentials(string user, string key) => (_user, _key) = (user, key);

    /// <summary>As a request tells it.</summary>
    internal AuthenticationHeaderValue Authorization => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_user}:{_key}")));

    /// <summary>Looks where Kaggle's own programs do: KAGGLE_USERNAME and KAGGLE_KEY, then kaggle.json in KAGGLE_CONFIG_DIR, ~/.config/kaggle or ~/.kaggle.</summary>
    /// <returns>The credentials; null when there are none.</returns>
    /// <exception cref="DataException">They are incomplete.</exception>
    public static KaggleCredentials? Find() => Find(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile));

    internal static KaggleCredentials? Find(Func<string, string?> environment, string home)
    {
        switch (environment(UserVariable), environment(KeyVariable))
        {
            case ({ Length: > 0 } user, { Length: > 0 } key): return new(user, key);
            case ({ Length: > 0 }, _): throw Incomplete(UserVariable, KeyVariable);
            case (_, { Length: > 0 }): throw Incomplete(KeyVariable, UserVariable);
        }

        var folders = (string[])[environment(FolderVariable) ?? "", Path.Combine(home, ".config", "kaggle"), Path.Combine(home, ".kaggle")];
        return folders.Where(f => f.Length > 0).Select(f => Path.Combine(f, FileName)).FirstOrDefault(File.Exists) is { } file ? Read(file) : null;
    }

    private static KaggleCredentials Read(string path)
    {
        try
        {
            if (JsonSerializer.Deserialize<Content>(RegularFile.ReadText(path, Limits.JsonBytes), JsonSerializerOptions.Web) is { Username.Length: > 0, Key.Length: > 0 } content) return new(content.Username, content.Key);
        }
        catch (JsonException)
        {
            // What it says may quote the file, and the file holds a key.
        }

        throw new DataException($"'{path}' is not of the form {{\"username\": \"…\", \"key\": \"…\"}}: fetch it anew from Kaggle, or remove it; the dataset is public.");
    }

    private static DataException Incomplete(string there, string missing) => new($"{there} is set, but {missing} is not: set both, or neither; the dataset is public.");

    private sealed record Content(string? Username, string? Key);
}
