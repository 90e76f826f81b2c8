using Sweet.Web.Hosting.Kept;

namespace Sweet.Web.Tests.Reading;

public sealed class AcceptedEncodingTests
{
    [Theory]
    [InlineData("", "identity")]
    [InlineData("br", "br")]
    [InlineData("GZIP", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0.5", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", "identity")]
    [InlineData("*;q=0, gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0", "identity")]
    [InlineData("identity", "identity")]
    [InlineData("identity, gzip;q=0.5", "identity")]
    [InlineData("gzip, identity;q=0.5, *;q=0", "gzip")]
    [InlineData("deflate", "identity")]
    [InlineData("br, br;q=0", "identity")]
    [InlineData("no list; at = all", "identity")]
    public void Is_what_the_client_likes_best(string accepted, string encoding)
    {
        Assert.Equal(encoding, AcceptedEncoding.Of(accepted));
        Assert.Equal(encoding, AcceptedEncoding.Of(encoding));
    }
}
