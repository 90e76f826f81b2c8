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
        foreach (var question in course.Questions) Require(course.Slug, question.Answer);
        Require(course.Slug, course.Audience);
        Require(course.Slug, course.Faculty);
    }

    private static void Require(string what, string markdown)
    {
        var problem = MarkdownText.RefusalFor(markdown) ?? string.Join(' ', MarkdownText.Render(markdown).Warnings);
        if (problem.Length > 0) throw new InvalidOperationException($"The text of {what} cannot be saved: {problem}");
    }
}
