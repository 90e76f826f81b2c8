using System.Net;

namespace Sweet.Web.Tests.Hosting;

public sealed class FailurePageTests : IAsyncDisposable
{
    private readonly HostedSite site = new();

    [Fact]
    public async Task Says_that_nobody_knows_whether_it_was_done_where_the_commit_is_in_doubt()
    {
        var answer = await site.CreateClient().GetAsync("/probe/doubts");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("We do not know whether that was done", page, StringComparison.Ordinal);
        Assert.Null(answer.Headers.RetryAfter);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
