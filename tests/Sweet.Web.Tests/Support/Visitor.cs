using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Sweet.Web.Tests.Support;

/// <summary>Somebody with a browser: keeps cookies, follows redirects within the site and stops where one leads away.</summary>
/// <remarks>No page of the site may ever answer 500: that throws here, with what the site has logged.</remarks>
public sealed class Visitor : IDisposable
{
    private const int MostRedirects = 5;

    private readonly CookieContainer cookies = new();
    private readonly Uri site;
    private readonly HttpClient http;
    private readonly SiteLog? log;

    public Visitor(Uri site, HttpMessageHandler server, SiteLog? log = null)
    {
        this.log = log;
        this.site = site;
        http = new HttpClient(new CookieContainerHandler(cookies) { InnerHandler = server }) { BaseAddress = site };
    }

    public IReadOnlyCollection<Cookie> Cookies => cookies.GetAllCookies();

    /// <summary>Sent with every request from now on.</summary>
    public System.Net.Http.Headers.HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    /// <param name="address">A path, or an absolute address of the site as an email carries it.</param>
    public Task<Page> Open(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Posts fields that no page offers.</summary>
    public Task<Page> Post(string address, IEnumerable<KeyValuePair<string, string>> fields) =>
        Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Posts files too, as a browser does: in parts.</summary>
    public Task<Page> Post(string address, IEnumerable<KeyValuePair<string, string>> fields, IReadOnlyDictionary<string, (string Name, byte[] Bytes)> files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, file) in files) content.Add(new ByteArrayContent(file.Bytes), name, file.Name);
        return Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = content });
    }

    public async Task<Page> Send(HttpRequestMessage request)
    {
        List<int> statuses = [];
        while (true)
        {
            using var response = await http.SendAsync(request);
            statuses.Add((int)response.StatusCode);
            if (response.StatusCode == HttpStatusCode.InternalServerError)
                throw new InvalidOperationException($"{request.Method} {request.RequestUri} broke.{Environment.NewLine}{log?.Text}");

            var target = response.Headers.Location is { } location ? new Uri(request.RequestUri!, location) : null;
            if (target is null || !IsOfSite(target) || !IsRedirect(response.StatusCode))
                return await Page.Read(this, request.RequestUri!, statuses, response, leadsTo: target);

            if (statuses.Count > MostRedirects) throw new InvalidOperationException($"Redirected in a circle, last to {target}.");
            request = new HttpRequestMessage(HttpMethod.Get, target);
        }
    }

    public void Dispose() => http.Dispose();

    private bool IsOfSite(Uri address) => address.GetLeftPart(UriPartial.Authority) == site.GetLeftPart(UriPartial.Authority);

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.SeeOther or HttpStatusCode.Found or HttpStatusCode.MovedPermanently;
}
