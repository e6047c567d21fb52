#compdef dateline
# dateline completion for zsh: source <(dateline completion zsh)
_dateline() {
    local -a candidates
    candidates=("${(@f)$(dateline __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ -z "$candidates" ]]; then
        _files
        return
    fi
    compadd -U -a candidates
    # some don't begin with what was typed: offered in turn, or what all begin with would take its place
    local typed=${(Q)words[CURRENT]}
    [[ -n ${candidates:#(#i)${(b)typed}*} ]] && compstate[insert]=menu
}
compdef _dateline dateline
