using Sweet.Domain.Courses;

namespace Sweet.Domain.Articles;

public sealed class Article
{
    public const int SlugMaxLength = 150;
    public const int TitleMaxLength = 200;
    public const int CategoryMaxLength = 100;
    public const int SummaryMaxLength = 300;
    public const int AuthorMaxLength = 150;
    public const int ImageMaxLength = 200;
    public const int ImageTextMaxLength = 300;

    private Article()
    {
    }

    public Article(string slug, string title, string body, Course? course, DateTime nowUtc)
    {
        Slug = slug;
        Title = title;
        Body = body;
        Course = course;
        UpdatedAtUtc = nowUtc;
    }

    public int Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Category { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public string Author { get; init; } = "SWEET Institute";

    /// <summary>Below the site's root; the dark twin has "-dark" before its ending.</summary>
    public string? LeadImage { get; init; }

    public string? LeadImageText { get; init; }

    public int? CourseId { get; private set; }

    /// <summary>What the call to action points at.</summary>
    public Course? Course { get; private set; }

    public ArticleStatus Status { get; private set; } = ArticleStatus.Draft;

    /// <summary>Readers see a published or scheduled article from then on.</summary>
    public DateTime? PublishedAtUtc { get; private set; }

    public DateTime UpdatedAtUtc { get; private set; }

    /// <summary>Raised by every change: cached HTML is kept under it.</summary>
    public int Version { get; private set; } = 1;

    /// <exception cref="InvalidOperationException">Not a draft.</exception>
    public void Publish(DateTime atUtc, DateTime nowUtc)
    {
        if (Status != ArticleStatus.Draft) throw new InvalidOperationException($"A {Status} article is not published.");

        Status = atUtc > nowUtc ? ArticleStatus.Scheduled : ArticleStatus.Published;
        PublishedAtUtc = atUtc;
        Touch(nowUtc);
    }

    /// <exception cref="InvalidOperationException">Neither scheduled nor published.</exception>
    public void Withdraw(DateTime nowUtc)
    {
        if (Status is not (ArticleStatus.Published or ArticleStatus.Scheduled))
            throw new InvalidOperationException($"A {Status} article is not withdrawn.");

        Status = ArticleStatus.Withdrawn;
        Touch(nowUtc);
    }

    public void Rewrite(string title, string body, DateTime nowUtc)
    {
        Title = title;
        Body = body;
        Touch(nowUtc);
    }

    private void Touch(DateTime nowUtc)
    {
        UpdatedAtUtc = nowUtc;
        Version++;
    }
}

public enum ArticleStatus
{
    Draft,
    Scheduled,
    Published,
    Withdrawn,
}

public static class ArticleQueries
{
    /// <summary>What readers see at a moment, the newest first; scheduling needs no job.</summary>
    public static IQueryable<Article> PublishedAt(this IQueryable<Article> articles, DateTime nowUtc) =>
        articles
            .Where(a => (a.Status == ArticleStatus.Published || a.Status == ArticleStatus.Scheduled) && a.PublishedAtUtc <= nowUtc)
            .OrderByDescending(a => a.PublishedAtUtc).ThenByDescending(a => a.Id);
}
