using Sweet.Domain.Articles;
using Sweet.Domain.Courses;
using Sweet.Domain.Policies;
using Sweet.Web.Wording;

namespace Sweet.Sandbox.Demonstration;

/// <summary>Asks of every text, before it is saved, whether the site shows it as it is written.</summary>
internal static class DemonstrationTexts
{
    /// <exception cref="InvalidOperationException">Of a text the site would show another thing than was meant.</exception>
    public static void Require(Course course, IEnumerable<Article> articles, IEnumerable<PolicyVersion> policies)
    {
        foreach (var article in articles) Require(article.Slug, article.Body);
        foreach (var policy in policies) Require(policy.Kind.ToString(), policy.Body);
        foreach (var text in course.Questions.Select(q => q.Answer).Append(course.Audience).Append(course.Faculty)) Require(course.Slug, text);
    }

    public static void Require(string what, string markdown)
    {
        if ((MarkdownText.RefusalFor(markdown) ?? MarkdownText.Render(markdown).Warnings.FirstOrDefault()) is { } problem)
            throw new InvalidOperationException($"The text of {what} cannot be saved: {problem}");
    }
}
