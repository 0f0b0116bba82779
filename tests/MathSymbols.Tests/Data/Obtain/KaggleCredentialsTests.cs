using System.Text;
using MathSymbols.Data;
using MathSymbols.Data.Obtain;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Data.Obtain;

public sealed class KaggleCredentialsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_need_not_be_any() => Assert.Null(Find());

    [Fact]
    public void The_places_are_looked_at_in_their_order()
    {
        Write("old", ".kaggle");
        Assert.Equal("old:secret", Find());
        Write("new", ".config", "kaggle");
        Assert.Equal("new:secret", Find());
        Write("named", "named");
        Assert.Equal("named:secret", Find(("KAGGLE_CONFIG_DIR", _folder["named"])));
        Assert.Equal("me:mine", Find(("KAGGLE_USERNAME", "me"), ("KAGGLE_KEY", "mine"), ("KAGGLE_CONFIG_DIR", _folder["named"])));
    }

    [Theory]
    [InlineData("KAGGLE_USERNAME", "KAGGLE_KEY")]
    [InlineData("KAGGLE_KEY", "KAGGLE_USERNAME")]
    public void One_variable_without_the_other_is_said(string there, string missing)
    {
        var error = Assert.Throws<DataException>(() => Find((there, "secret")));
        Assert.StartsWith($"{there} is set, but {missing} is not", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("{\"username\":\"me\",\"key\":secret}")]
    [InlineData("{\"username\":\"me\",\"key\":[\"secret\"]}")]
    [InlineData("{\"username\":\"\",\"key\":\"secret\"}")]
    [InlineData("{\"key\":\"secret\"}")]
    [InlineData("null")]
    public void A_file_of_another_form_is_said_and_the_key_is_not(string content)
    {
        Directory.CreateDirectory(_folder[".kaggle"]);
        File.WriteAllText(_folder[".kaggle", "kaggle.json"], content);
        var error = Assert.Throws<DataException>(() => Find());
        Assert.Contains(_folder[".kaggle", "kaggle.json"], error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    private void Write(string user, params string[] folder)
    {
        Directory.CreateDirectory(_folder[folder]);
        File.WriteAllText(_folder[[.. folder, "kaggle.json"]], $$"""{"username":"{{user}}","key":"secret"}""");
    }

    private string? Find(params (string Name, string Value)[] environment)
    {
        var found = KaggleCredentials.Find(name => environment.FirstOrDefault(e => e.Name == name).Value, _folder.Root)?.Authorization;
        if (found is null) return null;
        Assert.Equal("Basic", found.Scheme);
        return Encoding.UTF8.GetString(Convert.FromBase64String(found.Parameter!));
    }
}
