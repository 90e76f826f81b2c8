using Sweet.Domain.Articles;
using Sweet.Domain.Courses;

namespace Sweet.Sandbox.Demonstration;

internal static class DemonstrationArticles
{
    public static IEnumerable<Article> About(Course course, DateTime nowUtc)
    {
        yield return Published(
            new Article(
                "bridging-connections",
                "Bridging Connections: Enhancing Communication Skills with Interpersonal Therapy (IPT)",
                EmbeddedText.Read("Articles", "bridging-connections"),
                course,
                nowUtc.AddDays(-7))
            {
                Category = "Interpersonal Psychotherapy",
                Summary = "How to help clients say what they mean and hear what they are told, in six steps.",
                LeadImage = "/img/conversation.svg",
                LeadImageText = "Seen from above, four people talk at a round table. "
                    + "Lines spread from two of them like ripples and cross in the middle, where they share one bright field.",
            });

        yield return Published(
            new Article(
                "why-small-groups",
                "Demonstration entry: Why we teach in small groups",
                EmbeddedText.Read("Articles", "why-small-groups"),
                course,
                nowUtc.AddDays(-35))
            {
                Category = "Teaching and learning",
                Summary = "What a class can give that a recording cannot.",
                LeadImage = "/img/round-table.svg",
                LeadImageText = "Seen from above, five people sit around a round table. The sixth chair is empty and bright.",
            });

        yield return Published(
            new Article(
                "asking-before-answering",
                "Demonstration entry: Asking before answering",
                EmbeddedText.Read("Articles", "asking-before-answering"),
                course,
                nowUtc.AddDays(-70))
            {
                Category = "Teaching and learning",
                Summary = "Three kinds of question, and something to try at your next meeting.",
            });
    }

    private static Article Published(Article article)
    {
        article.Publish(article.UpdatedAtUtc, article.UpdatedAtUtc);
        return article;
    }
}
