using Sweet.Domain.Articles;

namespace Sweet.Domain.Tests.Articles;

public class ArticleTests
{
    private readonly Article article = new("connections", "Connections", "Words.", Some.Course(), Some.Now);

    [Fact]
    public void Readers_see_what_is_published()
    {
        article.Publish(Some.Now, Some.Now);

        Assert.Equal(ArticleStatus.Published, article.Status);
        Assert.Single(new[] { article }.AsQueryable().PublishedAt(Some.Now));
    }

    [Fact]
    public void Readers_see_what_is_scheduled_from_its_moment_on()
    {
        article.Publish(Some.Now.AddDays(1), Some.Now);

        Assert.Equal(ArticleStatus.Scheduled, article.Status);
        Assert.Empty(new[] { article }.AsQueryable().PublishedAt(Some.Now.AddDays(1).AddTicks(-1)));
        Assert.Single(new[] { article }.AsQueryable().PublishedAt(Some.Now.AddDays(1)));
    }

    [Fact]
    public void Readers_see_neither_drafts_nor_what_was_withdrawn()
    {
        var withdrawn = new Article("gone", "Gone", "Words.", course: null, Some.Now);
        withdrawn.Publish(Some.Now, Some.Now);
        withdrawn.Withdraw(Some.Now);

        Assert.Empty(new[] { article, withdrawn }.AsQueryable().PublishedAt(Some.Now));
    }

    [Fact]
    public void Is_not_published_twice()
    {
        article.Publish(Some.Now, Some.Now);

        Assert.Throws<InvalidOperationException>(() => article.Publish(Some.Now, Some.Now));
    }

    [Fact]
    public void A_draft_is_not_withdrawn() => Assert.Throws<InvalidOperationException>(() => article.Withdraw(Some.Now));

    [Fact]
    public void Every_change_raises_the_version_that_cached_pages_are_kept_under()
    {
        article.Publish(Some.Now, Some.Now);
        article.Rewrite("Connections", "Other words.", Some.Now.AddHours(1));

        Assert.Equal((3, Some.Now.AddHours(1)), (article.Version, article.UpdatedAtUtc));
    }
}
