using Microsoft.Playwright;

namespace Sweet.Browser.Tests.Support;

/// <summary>A hand that is counted: a click, a tap, a key that does something, and a field that has to be gone into, are one press each.</summary>
public sealed class CountedPresses(Reader reader)
{
    private int count;

    public async Task Press(ILocator control)
    {
        await control.ClickAsync();
        count++;
    }

    public Task Link(string name) => Press(reader.Page.GetByRole(AriaRole.Link, new() { Name = name }).First);

    public Task Button(string name) => Press(reader.Page.GetByRole(AriaRole.Button, new() { Name = name }).First);

    /// <summary>A field that has the focus already costs nothing; typing does not count.</summary>
    public async Task Type(string field, string text)
    {
        var control = reader.Page.Locator($"main #{field}");
        if (!await control.EvaluateAsync<bool>("control => document.activeElement === control")) await Press(control);
        await control.FillAsync(text);
    }

    /// <summary>On a phone the menu has to be unfolded first.</summary>
    public async Task Menu(string name)
    {
        var menu = reader.Page.GetByText("Menu", new() { Exact = true });
        if (await menu.IsVisibleAsync()) await Press(menu);
        await Press(reader.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name }));
    }

    public async Task Find(string words)
    {
        await Press(reader.Page.Locator("#q"));
        await reader.Page.Keyboard.TypeAsync(words);
        await reader.Page.Keyboard.PressAsync("Enter");
        count++;
    }

    /// <summary>How many presses a job took; the next one begins at none.</summary>
    public int Taken()
    {
        var taken = count;
        count = 0;
        return taken;
    }
}
