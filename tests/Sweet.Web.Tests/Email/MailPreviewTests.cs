using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Sweet.Domain.Tests;
using Sweet.Web.Email.Previews;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Email;

/// <summary>What holds for every mail of the site.</summary>
public partial class MailPreviewTests
{
    private static readonly string[] OtherHosts = ["chat.whatsapp.com", "meet.example"];

    public static TheoryData<int> Every { get; } = [.. Enumerable.Range(0, 33)];

    [Fact]
    public async Task Are_all_looked_at() => Assert.Equal(Every.Count, (await All()).Count);

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Say_the_same_in_plain_text_and_in_the_same_order(int position)
    {
        var mail = (await All())[position];
        var html = Squeezed(new HtmlParser().ParseDocument(mail.Html).Body!.TextContent);

        var at = 0;
        foreach (var words in mail.Text.Split('\n').Select(Squeezed).Where(line => line.Any(char.IsLetterOrDigit)))
        {
            var parts = words.Contains("://", StringComparison.Ordinal) ? [words] : words.Split(": ", 2);
            foreach (var part in parts.Select(p => p.TrimEnd(':')))
            {
                at = html.IndexOf(part, at, StringComparison.Ordinal);
                Assert.True(at >= 0, $"\"{part}\" is not in the HTML, or in another order.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Lead_to_our_own_pages_only(int position)
    {
        var mail = (await All())[position];

        var links = new HtmlParser().ParseDocument(mail.Html).Links.OfType<IHtmlAnchorElement>().Select(a => new Uri(a.Href))
            .Concat(Address().Matches(mail.Text).Select(m => new Uri(m.Value)));
        Assert.All(links, link => Assert.True(link.Host == "sweet.test" || OtherHosts.Contains(link.Host), link.Host));
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task Have_a_subject_one_point_and_help(int position)
    {
        var mail = (await All())[position];

        var page = new HtmlParser().ParseDocument(mail.Html);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal(mail.Subject, page.Title);
        Assert.Contains("help@sweet.example", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(mail.Subject, char.IsControl);
    }

    private static Task<IReadOnlyList<MailPreview>> All() => new MailPreviews(new SiteOptions { BaseUrl = "https://sweet.test" }).All(Some.Now);

    private static string Squeezed(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
